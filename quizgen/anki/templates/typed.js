// Of a near answer, so many letters are those of an accepted form; of two longer texts, only equality is checked.
// Two neighbors that changed places are more than one letter in common, and less than two.
var NEAR = 2 / 3, MOST_COMPARED = 40000, SWAPPED = 1.25, MOST_DIGITS = 15;

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

// What digits are with this sign before decimals, and between thousands the other one, a space, an apostrophe or a line; NaN
// if they are no such number, or have more digits than a script can tell apart.
function reading(text, sign) {
  var between = "[ \u00a0\u202f\u2009'\u2019_" + (sign === "." ? "," : ".") + "]";
  var whole = "(?:\\d" + (sign === "." ? "*" : "+") + "|[1-9]\\d{0,2}(" + between + ")\\d{3}(?:\\1\\d{3})*)";
  var found = new RegExp("^[-+]?(?=\\D?\\d)" + whole + "(?:[" + sign + "]\\d+)?$").test(text);
  var digits = text.split(sign).map(function (part) { return part.replace(/[^\d-]/g, ""); }).join(".");
  return found && digits.replace(/\D/g, "").length <= MOST_DIGITS ? Number(digits) : NaN;
}

function withoutUnit(text, unit) {
  text = text.trim().replace("\u2212", "-");
  return unit && text.slice(-unit.length) === unit ? text.slice(0, -unit.length).trim() : text;
}

// The numbers that digits may mean, possibly with their unit: 1.250 is one in English and another one in German.
function readings(text, unit) {
  text = withoutUnit(text, unit);
  return [reading(text, "."), reading(text, ",")].filter(function (value) { return !isNaN(value); });
}

// The one that they mean in the language of the question. There, the other sign can only stand before decimals if what follows
// it is no group of three, or nothing is before it.
function number(text, range) {
  var sign = range.decimal, other = sign === "." ? "," : ".";
  text = withoutUnit(text, range.unit);
  var value = reading(text, sign);
  return isNaN(value) && /^[-+]?(0[.,]\d+|\d+[.,](\d{1,2}|\d{4,}))$/.test(text) ? reading(text, other) : value;
}

function fits(value, accepted) {
  var range = accepted.range;
  return range ? value >= range.low && value <= range.high :
    accepted.forms.some(function (form) { return readings(form).indexOf(value) >= 0; });
}

function expectsNumber(accepted) {
  return !!accepted.range || accepted.forms.some(function (form) { return readings(form).length > 0; });
}

function isAccepted(text, accepted) {
  var typed = plain(text, accepted);
  return accepted.forms.some(function (form) { return plain(form, accepted) === typed; }) ||
    (!!accepted.range && fits(number(text, accepted.range), accepted));
}

// What a card can tell of an answer that is far from the accepted ones: that it is in other words; or, if a number is expected,
// that it is wrong, however one reads it. Words, other units and signs of another language may be right.
function judged(text, accepted) {
  if (!expectsNumber(accepted)) { return "other"; }
  var found = readings(text, accepted.range && accepted.range.unit);
  return found.length && !found.some(function (value) { return fits(value, accepted); }) ? "wrong" : "unclear";
}

// What two lists have in common, in the same order: how much of them, and the steps from one to the other, each with what it
// takes from either.
function compare(typed, form, accepted) {
  var shared = [], steps = [], at, other;
  function same(one, two) {
    return one < typed.length && two < form.length && folded(typed[one], accepted) === folded(form[two], accepted);
  }
  function swapped() { return same(at, other + 1) && same(at + 1, other); }
  for (at = typed.length; at >= 0; at--) {
    shared[at] = [];
    for (other = form.length; other >= 0; other--) {
      shared[at][other] = at === typed.length || other === form.length ? 0 :
        same(at, other) ? shared[at + 1][other + 1] + 1 :
        Math.max(shared[at + 1][other], shared[at][other + 1], swapped() ? shared[at + 2][other + 2] + SWAPPED : 0);
    }
  }
  function step(name, ofTyped, ofForm) {
    steps.push({ name: name, typed: typed.slice(at, at + ofTyped).join(""), form: form.slice(other, other + ofForm).join("") });
    at += ofTyped;
    other += ofForm;
  }
  for (at = 0, other = 0; at < typed.length || other < form.length;) {
    if (same(at, other)) {
      step("same", 1, 1);
    } else if (swapped() && shared[at][other] === shared[at + 2][other + 2] + SWAPPED) {
      step("swapped", 2, 2);
    } else if (other === form.length || (at < typed.length && shared[at + 1][other] >= shared[at][other + 1])) {
      step("extra", 1, 0);
    } else {
      step("missed", 0, 1);
    }
  }
  return { part: 2 * shared[0][0] / (typed.length + form.length), steps: steps };
}

// A mark in a word of a script that joins its letters would take them apart: there, words are compared.
function pieces(text) {
  text = text.normalize("NFC").trim();
  return /[\u0600-\u08ff\u1800-\u18af]/.test(text) ? text.split(/(\s+)/) : Array.from(text);
}

// The steps to the form that is nearest to what was typed; none if all are far from it, or if both are numbers, in which
// letters say nothing.
function nearest(text, accepted) {
  var best = { part: 0 };
  accepted.forms.forEach(function (form) {
    if (text.length * form.length > MOST_COMPARED) { return; }
    var found = compare(Array.from(text), Array.from(form), accepted);
    if (found.part > best.part) { best = { part: found.part, form: form }; }
  });
  if (best.part < NEAR || accepted.range || (expectsNumber(accepted) && readings(text).length)) { return null; }
  return { form: best.form, steps: compare(pieces(text), pieces(best.form), accepted).steps };
}

// What was typed, with a sign where something is missing, unless something else is in its place, which says enough.
function typedMarks(steps) {
  var extra = 0;
  return steps.map(function (step) {
    if (step.name === "missed") { return extra-- > 0 ? ["typeBad", ""] : ["typeMissed", "\u00a0"]; }
    extra = step.name === "extra" ? Math.max(extra, 0) + 1 : 0;
    return [step.name === "same" ? "typeGood" : /\S/.test(step.typed) ? "typeBad" : "typeBad space", step.typed];
  });
}

// The answer, in which the letters are marked that were not typed, or not in their place; with "oe" for "ö", that one.
function answerMarks(steps) {
  return steps.map(function (step, index) {
    var next = steps[index + 1], dotted = /[\u00e4\u00f6\u00fc]/i.test(step.form) && step.form.normalize("NFD")[0] === step.typed;
    var same = step.name === "same" && !(dotted && next && next.name === "extra" && next.typed === "e");
    return [same ? "typeGood" : "typeMissed", step.form];
  });
}

function spans(marks) {
  var shown = document.createElement("span");
  marks.forEach(function (mark) {
    var part = shown.lastChild;
    if (!mark[1]) { return; }
    if (!part || part.className !== mark[0]) {
      part = shown.appendChild(document.createElement("span"));
      part.className = mark[0];
    }
    part.textContent += mark[1];
  });
  return shown;
}

// A number with the unit of the answer, if it was typed without one, which is shown beside the field. From right to left, a
// plain space between digits would change their order.
function withUnit(text, answer, accepted) {
  var unit = (accepted.range && accepted.range.unit) || "", shown = answer.textContent, start = shown.length - unit.length;
  if (!readings(text, unit).length) { return text; }
  text = text.trim().replace(/(\d)\s(?=\d{3})/g, "$1\u00a0");
  if (!unit || shown.slice(start) !== unit || !readings(text).length) { return text; }
  return text + shown.slice(/\s/.test(shown[start - 1]) ? start - 1 : start);
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
    var near = nearest(text, accepted), found = near ? "near" : judged(text, accepted);
    var outcome = { near: "differs", unclear: "compare", wrong: "bad", other: "bad" }[found];
    var marks = [[outcome === "bad" ? "typeBad" : "typeGood", withUnit(text, answer, accepted)]];
    // Marks in comparison with a form that is not the answer above would say nothing.
    if (near && near.form === answer.textContent) {
      marks = typedMarks(near.steps);
      if (near.steps.some(function (step) { return step.name === "same"; })) {
        var shown = spans(answerMarks(near.steps));
        shown.className = "compared";
        answer.replaceChild(shown, answer.firstChild);
      }
    }
    var around = word("you-typed", { text: "\n" }).split("\n");
    var said = answer.appendChild(words("p", "yours", around[0]));
    said.appendChild(spans(marks)).setAttribute("dir", "auto");
    said.appendChild(document.createTextNode(around[1]));
    verdict(outcome, word({ near: "almost", unclear: "compare", wrong: "wrong", other: "differs" }[found]));
    return;
  }
  answer.classList.add("good");
  if (text.trim() !== accepted.forms[0]) {
    answer.appendChild(words("p", "yours", word("you-typed", { text: withUnit(text, answer, accepted) })));
  }
  verdict("good", word("right"));
}

if (isBack) { check(); } else { ask(); }
