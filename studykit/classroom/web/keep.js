// What a page remembers through a reload: in the browser's storage, else only while it is open.

const PREFIX = "studykit.";
const memory = new Map();
const box = [() => localStorage, () => sessionStorage].map(usable).find(Boolean);

function usable(find) {
  try {
    const found = find();
    found.setItem(`${PREFIX}try`, "1");
    found.removeItem(`${PREFIX}try`);
    return found;
  } catch {
    return null;
  }
}

export function keep(key, value) {
  const text = value == null ? null : JSON.stringify(value);
  memory.set(key, text);
  try {
    if (text === null) box?.removeItem(PREFIX + key);
    else box?.setItem(PREFIX + key, text);
  } catch {
    // Full: what is in memory has to do.
  }
}

export function kept(key) {
  try {
    return JSON.parse(memory.get(key) ?? box?.getItem(PREFIX + key) ?? "null");
  } catch {
    return null;
  }
}
