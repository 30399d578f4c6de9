// Choice, true or false, and lists, in Anki's viewers on every system: no network, no
// libraries, and nothing breaks where storage is refused or a side is shown alone.
// What was picked on the front is kept until the back, which marks it.
(function () {
  "use strict";
  var KEY = "studykit";
  var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  var TRUE_WORDS = ["对", "對", "正确", "正確", "是", "true", "yes"];

  var cards = document.querySelectorAll(".sk");
  var card = cards[cards.length - 1];
  if (!card) return;
  var isBack = card.classList.contains("sk-back");

  function part(name) {
    return card.querySelector(name);
  }

  function make(tag, name) {
    var element = document.createElement(tag);
    element.className = name;
    return element;
  }

  function textOf(element) {
    return element.textContent.trim() || element.innerHTML;
  }

  // Which card this is: a back must not take the front of another for its own.
  var name = card.className.replace(/sk-(front|back)/, "") + textOf(part(".sk-prompt"));

  function save(state) {
    state.card = name;
    window.studykitCard = state;
    try {
      window.sessionStorage.setItem(KEY, JSON.stringify(state));
    } catch (error) {
      // Without storage the window itself keeps it, where both sides share one.
    }
  }

  function saved() {
    var state = window.studykitCard;
    try {
      state = JSON.parse(window.sessionStorage.getItem(KEY)) || state;
    } catch (error) {
      // As above.
    }
    return state && state.card === name ? state : {};
  }

  function shuffled(count) {
    var order = [];
    for (var i = 0; i < count; i++) {
      var at = Math.floor(Math.random() * (i + 1));
      order[i] = order[at];
      order[at] = i;
    }
    return order;
  }

  // The order that the front had, if it is one of so many options.
  function orderOf(state, count) {
    var order = state.order || [];
    var isWhole = order.length === count && order.slice().sort(function (a, b) {
      return a - b;
    }).every(function (value, at) {
      return value === at;
    });
    if (isWhole) return order;
    return Array.from({ length: count }, function (_, at) {
      return at;
    });
  }

  // A button on the front; on the back what it was, marked.
  function option(sign, content, isRight, isPicked) {
    var element = make(isBack ? "div" : "button", "sk-option tappable");
    if (!isBack) element.type = "button";
    var mark = make("span", "sk-sign");
    mark.textContent = sign;
    var text = make("span", "sk-words");
    while (content.firstChild) text.appendChild(content.firstChild);
    element.appendChild(mark);
    element.appendChild(text);
    if (isBack && isRight) element.classList.add("sk-right");
    if (isBack && isPicked) element.classList.add("sk-picked");
    if (isBack && isPicked && !isRight) element.classList.add("sk-wrong");
    return element;
  }

  function pickable(box, buttons, state) {
    buttons.forEach(function (button, at) {
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", function (event) {
        event.stopPropagation();
        state.picked = state.picked === at ? undefined : at;
        buttons.forEach(function (other, place) {
          var isPicked = place === state.picked;
          other.classList.toggle("sk-picked", isPicked);
          other.setAttribute("aria-pressed", String(isPicked));
        });
        save(state);
      });
    });
    save(state);
  }

  // Puts options in place of what stands in the box; `rights` says which are right.
  function offer(box, signs, contents, rights, order, state) {
    var elements = order.map(function (from, at) {
      return option(signs[at], contents[from], rights[from], state.picked === at);
    });
    box.textContent = "";
    elements.forEach(function (element) {
      box.appendChild(element);
    });
    if (!isBack) {
      pickable(box, elements, { order: order });
    } else if (state.picked !== undefined) {
      card.classList.add(rights[order[state.picked]] ? "sk-passed" : "sk-failed");
    }
  }

  function showChoice() {
    var box = part(".sk-options");
    var contents = Array.from(box.querySelectorAll("li"));
    if (!contents.length) return;
    var state = isBack ? saved() : {};
    var key = isBack ? textOf(part(".sk-answer")) : "";
    var rights = contents.map(function (content) {
      return isBack && textOf(content) === key;
    });
    var order = isBack ? orderOf(state, contents.length) : shuffled(contents.length);
    if (rights.indexOf(true) >= 0) part(".sk-answer").hidden = true;
    offer(box, LETTERS, contents, rights, order, state);
  }

  function showTruth() {
    var box = part(".sk-truth");
    var isTrue = isBack && TRUE_WORDS.indexOf(textOf(part(".sk-answer")).toLowerCase()) >= 0;
    var contents = ["sk-true", "sk-false"].map(function (word) {
      var content = document.createElement("span");
      content.appendChild(make("span", word));
      return content;
    });
    if (isBack) part(".sk-answer").hidden = true;
    offer(box, "✓✗", contents, [isTrue, !isTrue], [0, 1], isBack ? saved() : {});
  }

  function showItems() {
    var box = part(".sk-items");
    var items = Array.from(box.querySelectorAll("li"));
    var count = make("div", "sk-count");
    if (!isBack) {
      // How many to name, and no more.
      var isOrdered = !!box.querySelector("ol");
      box.parentNode.removeChild(box);
      count.setAttribute("data-count", String(items.length));
      if (isOrdered) count.classList.add("sk-ordered");
      if (items.length) card.appendChild(count);
      return;
    }
    function tell() {
      count.textContent = box.querySelectorAll("input:checked").length + " / " + items.length;
    }
    items.forEach(function (item) {
      var label = make("label", "sk-item tappable");
      var tick = make("input", "tappable");
      tick.type = "checkbox";
      tick.addEventListener("change", tell);
      label.addEventListener("click", function (event) {
        event.stopPropagation();
      });
      var words = make("span", "sk-words");
      while (item.firstChild) words.appendChild(item.firstChild);
      label.appendChild(tick);
      label.appendChild(words);
      item.appendChild(label);
    });
    box.parentNode.insertBefore(count, box.nextSibling);
    tell();
  }

  if (card.classList.contains("sk-choice")) showChoice();
  else if (card.classList.contains("sk-truefalse")) showTruth();
  else if (card.classList.contains("sk-list")) showItems();
})();
