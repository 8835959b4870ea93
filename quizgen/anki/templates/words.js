var root = document.querySelector(".quiz");

function all(selector) {
  return Array.prototype.slice.call(root.querySelectorAll(selector));
}

// The words of the card's language, which the style sheet has as variables.
function word(name, values) {
  var text = getComputedStyle(root).getPropertyValue("--word-" + name).trim().slice(1, -1);
  return text.replace(/\{(\w+)\}/g, function (found, key) { return values[key]; });
}

// If accents count, the template of a typed card cannot name the language: the question does.
var named = root.querySelector(".prompt > [lang]");
if (named && !root.lang) { root.lang = named.lang; }

// Without it, the letters of the question can: Hebrew, or Arabic without those that only other languages than Persian add.
function languageOf(text) {
  var letters = (text.match(/[A-Za-z\u00c0-\u024f\u0370-\u052f\u05d0-\u05ea\u0620-\u06ff]/g) || []).join("");
  var arabic = letters.replace(/[^\u0620-\u06ff]|[\u064b-\u065f\u0660-\u0669]/g, "");
  if (/^[\u05d0-\u05ea]/.test(letters)) { return "he"; }
  if (!/^[\u0620-\u06ff]/.test(letters)) { return ""; }
  return /^[\u0621-\u064a]+$/.test(arabic) ? "ar" : /^[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]+$/.test(arabic) ? "fa" : "";
}

var prompt = root.querySelector(".prompt");
if (!root.lang || root.lang === "und") { root.lang = languageOf(prompt.textContent) || root.lang; }

// The card's language may have no words, so each of them names its own: a screen reader chooses its voice by it.
all(".task, .true, .false, .hint summary, .also-right, .the-answer, .according-to, .partly-right, .sound a, .accepted summary").forEach(function (element) {
  element.setAttribute("lang", word("language"));
});

// A long name in code breaks between its parts.
all(":not(pre) > code").forEach(function (code) {
  var part = code.firstChild;
  for (var at; part && part.data && (at = part.data.search(/[_.(](?=\w)/) + 1);) {
    part = part.splitText(at);
    code.insertBefore(document.createElement("wbr"), part);
  }
});

// Two lines are equally long, more have no stump at the end; what browsers do for it makes stumps of the last lines of many.
function lastLine() {
  var text = document.createRange();
  text.selectNodeContents(prompt);
  var parts = Array.prototype.slice.call(text.getClientRects());
  var low = Math.max.apply(null, parts.map(function (part) { return part.bottom; }));
  return parts.reduce(function (width, part) { return part.bottom > low - 4 ? width + part.width : width; }, 0);
}

function breakLines() {
  prompt.classList.remove("few", "many");
  var lines = prompt.clientHeight / parseFloat(getComputedStyle(prompt).lineHeight);
  prompt.classList.toggle("many", lines > 6.5);
  var stump = lastLine() < 0.2 * prompt.clientWidth;
  prompt.classList.toggle("few", lines < 2.5 || (lines < 6.5 && stump));
  prompt.classList.toggle("many", lines > 6.5 && !stump);
}

breakLines();
// The first card on a desktop has its size only when this has run.
if (window.ResizeObserver) { new ResizeObserver(function () { requestAnimationFrame(breakLines); }).observe(prompt); }

all(".accepted summary").forEach(function (rest) {
  var count = rest.getAttribute("data-more");
  rest.textContent = word("and-more", { count: count });
});

// Anki writes three dots for a blank.
all(".cloze").forEach(function (blank) {
  if (blank.textContent === "[...]") { blank.textContent = "[…]"; blank.classList.add("empty"); }
});

all(".answer").forEach(function (answer) {
  answer.classList.toggle("short", !answer.querySelector("p, ol, ul, pre, table, blockquote") && answer.textContent.trim().length <= 80);
});
