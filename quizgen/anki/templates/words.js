var root = document.querySelector(".quiz");

function all(selector) {
  return Array.prototype.slice.call(root.querySelectorAll(selector));
}

// The words of the card's language, which the style sheet has as variables.
function word(name, values) {
  var text = getComputedStyle(root).getPropertyValue("--word-" + name).trim().slice(1, -1);
  return text.replace(/\{(\w+)\}/g, function (found, key) { return typeof values[key] === "number" ? digits(values[key]) : values[key]; });
}

// Persian and Urdu have digits of their own.
function digits(number) {
  return /^(fa|ur)$/.test(word("language")) ? String(number).replace(/\d/g, function (digit) {
    return String.fromCharCode(0x6f0 + Number(digit));
  }) : String(number);
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

all(".accepted summary").forEach(function (rest) {
  var count = rest.getAttribute("data-more");
  rest.textContent = word("and-more", { count: count });
});

// Anki writes three dots for a blank.
all(".cloze").forEach(function (blank) {
  if (blank.textContent === "[...]") {
    blank.textContent = blank.closest("code") ? "…" : "[…]";
    blank.classList.add("empty");
  } else if (blank.textContent.length < 8) {
    blank.classList.add("brief");
  } else { return; }
  // As a box, it would let a line begin with the punctuation behind it.
  var before = blank.previousSibling, behind = blank.nextSibling, whole = document.createElement("span");
  whole.className = "unbroken";
  blank.parentNode.insertBefore(whole, blank);
  if (before && before.nodeType === 3) { whole.appendChild(before.splitText(before.data.search(/\S*$/))); }
  whole.appendChild(blank);
  if (behind && behind.nodeType === 3) {
    behind.splitText(behind.data.search(/\s|$/));
    whole.appendChild(behind);
  }
});

// In a formula, MathJax would set them apart, as mathematics and also as one sign.
textsOf(prompt).forEach(function (part) {
  var text = part.data.replace(/(\\class\{in-formula-\d+\}\{ )\[\.\.\.\]/g, "$1\\textsf{[...]}");
  if (text !== part.data) { part.data = text; }
});

// A few words are bold, a sentence is not.
all(".answer").forEach(function (answer) {
  var text = answer.textContent.trim();
  answer.classList.toggle("short", !answer.querySelector("p, ol, ul, pre, table, blockquote") && text.length <= 40 && !/[.!?\u061f\u06d4\u3002]$/.test(text));
});

// What is shown as it is: code, formulas, and on a card with a field to type in what is to be typed.
var exact = "code, pre, script, mjx-container" + (root.querySelector(".forms") ? ", .forms, .answer, .accepted, .typing" : "");

function textsOf(element) {
  var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) { found.push(walker.currentNode); }
  return found;
}
