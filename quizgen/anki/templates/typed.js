// Of a near answer, so many letters are those of an accepted form; of two longer texts, only equality is checked.
var NEAR = 2 / 3, MOST_COMPARED = 40000;

// Anki compares with one form, letter by letter. This compares with every accepted form, as the policy of the question
// says; if none fits, it shows what differs from the nearest one.
function ask() {
  var box = document.getElementById("typeans");
  if (!box) { return; }
  prompt.id = "quizgen-question";
  box.setAttribute("aria-labelledby", prompt.id);
  box.setAttribute("placeholder", word("type-answer"));
  remember({ typed: "" });
  box.addEventListener("input", function () { remember({ typed: box.value }); });
}

// What was typed, as Anki's comparison shows it, possibly without its accents: in words that fit and words that do not, up
// to the arrow. Some clients have a box of their own outside the page.
function compared() {
  var text = "";
  var shown = root.querySelector("code#typeans");
  for (var part = shown && shown.firstChild; part && part.nodeName !== "BR"; part = part.nextSibling) {
    if (/typeGood|typeBad/.test(part.className)) { text += part.textContent; }
  }
  return text;
}

// The letters that the front saw, if they are those of Anki's comparison.
function typedText(shown, seen) {
  var loose = { case: true, accents: false };
  return !shown || plain(shown, loose) === plain(seen, loose) ? seen : shown;
}

function folded(text, accepted) {
  text = text.normalize("NFC");
  if (!accepted.case) { text = text.toLowerCase(); }
  return accepted.accents ? text : text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}

function plain(text, accepted) {
  return folded(text.normalize("NFC").trim().replace(/\s+/g, " ").replace(/\.$/, ""), accepted);
}

// A number in digits, possibly with its unit; otherwise, or if a comma or a point may be one between thousands, NaN.
function number(text, unit) {
  text = text.trim().replace("\u2212", "-");
  if (unit && text.slice(-unit.length) === unit) { text = text.slice(0, -unit.length).trim(); }
  return /^-?\d+([.,](\d{1,2}|\d{4,}))?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
}

// A number where a number is expected.
function isNumber(text, accepted) {
  var unit = accepted.range && accepted.range.unit;
  return !isNaN(number(text, unit)) && accepted.forms.some(function (form) { return !isNaN(number(form, unit)); });
}

function isAccepted(text, accepted) {
  var typed = plain(text, accepted);
  var range = accepted.range;
  var value = range && number(text, range.unit);
  return accepted.forms.some(function (form) { return plain(form, accepted) === typed; }) ||
    (!!range && value >= range.low && value <= range.high);
}

// What two lists have in common, in the same order: the number of equal items, and the steps from one to the other.
function compare(typed, form, accepted) {
  var shared = [], steps = [], extra = 0, at, other;
  function same() { return folded(typed[at], accepted) === folded(form[other], accepted); }
  for (at = typed.length; at >= 0; at--) {
    shared[at] = [];
    for (other = form.length; other >= 0; other--) {
      shared[at][other] = at === typed.length || other === form.length ? 0 :
        same() ? shared[at + 1][other + 1] + 1 : Math.max(shared[at + 1][other], shared[at][other + 1]);
    }
  }
  for (at = 0, other = 0; at < typed.length || other < form.length;) {
    if (at < typed.length && other < form.length && same()) {
      steps.push(["typeGood", typed[at++]]);
      other++;
      extra = 0;
    } else if (other === form.length || (at < typed.length && shared[at + 1][other] >= shared[at][other + 1])) {
      steps.push(["typeBad", typed[at++]]);
      extra++;
    } else {
      // Something else in its place says enough.
      if (extra) { extra--; } else { steps.push(["typeMissed", "\u00a0"]); }
      other++;
    }
  }
  return { part: 2 * shared[0][0] / (typed.length + form.length), steps: steps };
}

// A mark in a word of a script that joins its letters would take them apart: there, words are compared.
function pieces(text) {
  text = text.normalize("NFC").trim();
  return /[\u0600-\u08ff\u1800-\u18af]/.test(text) ? text.split(/(\s+)/) : Array.from(text);
}

// What was typed, with marks where it differs from the nearest form; wrong as a whole if all forms are far from it, or if it
// is a number, in which letters say nothing.
function marked(text, accepted) {
  var best = { part: 0 };
  accepted.forms.forEach(function (form) {
    if (text.length * form.length > MOST_COMPARED) { return; }
    var found = compare(Array.from(text), Array.from(form), accepted);
    if (found.part > best.part) { best = { part: found.part, form: form }; }
  });
  var isNear = best.part >= NEAR && !accepted.range && !isNumber(text, accepted);
  return { form: isNear && best.form, shown: spans(isNear ? differences(text, best.form, accepted) : [["typeBad", text]]) };
}

function differences(text, form, accepted) {
  return compare(pieces(text), pieces(form), accepted).steps;
}

function spans(steps) {
  var shown = document.createElement("span");
  steps.forEach(function (step) {
    var part = shown.lastChild;
    if (!part || part.className !== step[0]) {
      part = shown.appendChild(document.createElement("span"));
      part.className = step[0];
    }
    part.textContent += step[1];
  });
  return shown;
}

// In the answer, if it is what was compared with: the letters that were not typed.
function markMissing(answer, text, accepted) {
  var steps = differences(answer.textContent, text, accepted).filter(function (step) { return step[0] !== "typeMissed"; });
  if (!steps.some(function (step) { return step[0] === "typeGood"; })) { return; }
  var shown = spans(steps.map(function (step) { return [step[0] === "typeBad" ? "typeMissed" : step[0], step[1]]; }));
  shown.className = "compared";
  answer.replaceChild(shown, answer.firstChild);
}

function check() {
  var state = remembered();
  var text = typedText(compared(), (state && state.typed) || "");
  var answer = root.querySelector(".answer");
  var accepted;
  try { accepted = JSON.parse(root.querySelector(".forms").textContent); } catch (damaged) { return; }
  if (!text) { return; }
  root.querySelector(".typing").hidden = true;
  if (!isAccepted(text, accepted)) {
    var found = marked(text, accepted);
    if (found.form === answer.textContent) { markMissing(answer, text, accepted); }
    var around = word("you-typed", { text: "\n" }).split("\n");
    var said = answer.appendChild(words("p", "yours", around[0]));
    said.appendChild(found.shown).setAttribute("dir", "auto");
    said.appendChild(document.createTextNode(around[1]));
    // Only another number is certainly wrong: words that are not listed may mean the same.
    verdict(found.form ? "differs" : "bad", word(found.form ? "almost" : isNumber(text, accepted) ? "wrong" : "differs"));
    return;
  }
  answer.classList.add("good");
  if (text.trim() !== accepted.forms[0]) {
    answer.appendChild(words("p", "yours", word("you-typed", { text: text })));
  }
  verdict("good", word("right"));
}

if (isBack) { check(); } else { ask(); }
