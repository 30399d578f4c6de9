// All texts of the pages, in Chinese and in English.

import { keep, kept } from "./keep.js";

const TEXTS = {
  join: ["加入课堂", "Join the class"],
  pin: ["课堂 PIN", "Class PIN"],
  pinHint: ["六位数字，就在大屏幕上", "Six digits, on the big screen"],
  next: ["下一步", "Next"],
  enter: ["进入", "Go in"],
  name: ["昵称", "Nickname"],
  nameHint: ["大家都会看到，最多十个汉字", "Everyone sees it; up to 20 letters"],
  roster: ["你是谁？", "Who are you?"],
  choose: ["请选择…", "Choose…"],
  guest: ["名单上没有我", "I am not on the list"],
  code: ["你的代码", "Your code"],
  team: ["选一个队", "Choose a team"],
  back: ["换一个 PIN", "Another PIN"],
  connecting: ["正在连接…", "Connecting…"],
  lost: ["连接断了，正在重连…", "Connection lost; trying again…"],
  lobby: ["你进来了", "You’re in"],
  wait: ["等老师开始…", "Waiting for the teacher…"],
  notMe: ["这不是我", "This is not me"],
  points: ["{n} 分", "{n} points"],
  number: ["第 {n} / {of} 题", "Question {n} of {of}"],
  second: ["第 {n} 次投票", "Vote no. {n}"],
  true: ["对", "True"],
  false: ["错", "False"],
  answer: ["你的答案", "Your answer"],
  blank: ["空 {n}", "Blank {n}"],
  item: ["第 {n} 项", "Item {n}"],
  more: ["再写一项…", "One more…"],
  order: ["排出顺序", "Put them in order"],
  orderHint: ["按箭头，或拖动数字", "Use the arrows, or drag the numbers"],
  itemsHint: ["一行写一项", "One on each line"],
  up: ["上移：{item}", "Move up: {item}"],
  down: ["下移：{item}", "Move down: {item}"],
  moved: ["{item}：第 {n} 位，共 {of} 位", "{item}: place {n} of {of}"],
  howSure: ["提交答案：你有把握吗？", "Send your answer: are you sure?"],
  sure: ["有把握", "Sure"],
  unsure: ["不确定", "Not sure"],
  send: ["提交", "Send"],
  sending: ["正在发送…", "Sending…"],
  received: ["已收到", "Received"],
  receivedHint: ["等一等其他同学", "The others are still at it"],
  timeUp: ["时间到", "Time is up"],
  closed: ["投票已结束", "The vote is closed"],
  noAnswer: ["这一题没有收到你的答案", "No answer of yours was received"],
  look: ["看大屏幕", "Look at the big screen"],
  paused: ["暂停", "Paused"],
  pausedHint: ["时间也停住了", "Time stands still"],
  disk: ["暂时存不下，正在再试…", "Could not be stored; trying again…"],
  late: ["晚了一步，没有收到", "Too late: it was not received"],
  invalid: ["这不算答案，请改一改", "That is no answer; please change it"],
  empty: ["请先作答", "Answer first"],
  discuss: ["和同桌讨论", "Talk it over"],
  discussHint: ["说说理由，也听听对方的；马上再投一次。", "Say why you think so and hear the other’s reasons. You will vote again."],
  right: ["答对了", "Right"],
  wrong: ["没答对", "Not right"],
  partly: ["答对 {n}%", "{n}% right"],
  none: ["没有作答", "No answer"],
  earned: ["+{n} 分", "+{n} points"],
  rank: ["第 {n} 名", "Rank {n}"],
  solution: ["正确答案", "Right answer"],
  explanation: ["解释", "Explanation"],
  quote: ["原文", "From the text"],
  sureWrong: ["你当时很有把握：这一点最值得记住。", "You were sure: this is the one to remember."],
  unsureRight: ["你当时没把握，其实你会。", "You were not sure, but you knew it."],
  board: ["排行榜", "Leaderboard"],
  teams: ["各队", "Teams"],
  teamPoints: ["平均 {n} 分", "{n} points each"],
  ended: ["下课了", "That’s all"],
  thanks: ["谢谢参与，{name}", "Thank you, {name}"],
  done: ["都答完了", "All done"],
  doneHint: ["{n} 道题都答完了，可以关掉这一页。", "All {n} answered. You may close this page."],
  kicked: ["老师请你离开了课堂", "The teacher has sent you out"],
  hours: ["{h} 小时 {m} 分", "{h} h {m} min"],
  days: ["{n} 天", "{n} days"],
  no_pin: ["PIN 不对，再看一看", "That is not the PIN; look again"],
  no_wait: ["试得太多了，请等一会儿", "Too many tries; wait a little"],
  no_code: ["名字和代码对不上", "Name and code do not match"],
  no_name: ["请写一个名字", "Please write a name"],
  no_team: ["请选一个队", "Please choose a team"],
  no_taken: ["这个名字已经有人用了", "Someone has that name already"],
  no_locked: ["课堂已锁定，请告诉老师", "The class is locked; tell the teacher"],
  no_ended: ["这堂课已经结束", "This class is over"],
  no_full: ["人满了", "The class is full"],
  no_other: ["没有成功，请再试一次", "That did not work; try again"],
  language: ["English", "中文"],
};

/** Texts that only one page has. */
export const addTexts = (more) => Object.assign(TEXTS, more);

let at = kept("language") ?? (/^zh\b/i.test(navigator.language) ? 0 : 1);

/** The text of that key, `{names}` filled in. */
export function t(key, values = {}) {
  const text = (TEXTS[key] ?? TEXTS.no_other)[at];
  return text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
}

export function switchLanguage() {
  at = 1 - at;
  keep("language", at);
  markLanguage();
}

export function markLanguage() {
  document.documentElement.lang = at ? "en" : "zh";
}
