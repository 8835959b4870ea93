// Anki compares with one form, letter by letter. This compares with every accepted form, as the policy of the question
// says; if none fits, Anki's comparison is all there is.
function ask() {
  var box = document.getElementById("typeans");
  if (!box) { return; }
  var prompt = root.querySelector(".prompt");
  prompt.id = "quizgen-question";
  box.setAttribute("aria-labelledby", prompt.id);
  remember({ typed: "" });
  box.addEventListener("input", function () { remember({ typed: box.value }); });
}

// What was typed, as Anki's comparison shows it: in words that fit and words that do not, up to the arrow. Some clients
// have a box of their own outside the page.
function compared() {
  var text = "";
  var shown = root.querySelector("code#typeans");
  for (var part = shown && shown.firstChild; part && part.nodeName !== "BR"; part = part.nextSibling) {
    if (/typeGood|typeBad/.test(part.className)) { text += part.textContent; }
  }
  return text;
}

function plain(text, accepted) {
  text = text.normalize("NFC").trim().replace(/\s+/g, " ").replace(/\.$/, "");
  if (!accepted.case) { text = text.toLowerCase(); }
  return accepted.accents ? text : text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}

// A number in digits, possibly with its unit; otherwise, or if a comma or a point may be one between thousands, NaN.
function number(text, unit) {
  text = text.trim().replace("\u2212", "-");
  if (unit && text.slice(-unit.length) === unit) { text = text.slice(0, -unit.length).trim(); }
  return /^-?\d+([.,](\d{1,2}|\d{4,}))?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
}

function isAccepted(text, accepted) {
  var typed = plain(text, accepted);
  var range = accepted.range;
  var value = range && number(text, range.unit);
  return accepted.forms.some(function (form) { return plain(form, accepted) === typed; }) ||
    (!!range && value >= range.low && value <= range.high);
}

function check() {
  var state = remembered();
  var text = compared() || (state && state.typed);
  var accepted;
  try { accepted = JSON.parse(root.querySelector(".forms").textContent); } catch (damaged) { return; }
  if (!text) { return; }
  if (isAccepted(text, accepted)) {
    var answer = root.querySelector(".answer");
    root.querySelector(".typing").hidden = true;
    answer.classList.add("good");
    if (text.trim() !== accepted.forms[0]) {
      answer.appendChild(words("p", "yours", word("you-typed", { text: text })));
    }
    verdict("good", word("right"));
  }
}

if (isBack) { check(); } else { ask(); }
