// Where no line ends: within a name with an initial or a number, September 2023, a number with its unit, 1914–1918, SM-2,
// US–Armenian and Nagorno-Karabakh. Only the card has the characters for it; the note keeps the spaces of its author.
var SPACE = "\ufffc";

// In characters: more than this could be wider than an option, or than a card in small print, and would break within a word.
var LONGEST = 24, LONGEST_SMALL = 32;
// Units begin with a small letter or have no more than two; German ones, as nouns, with a capital.
var UNIT = "[a-z%\u2030\u00b0\u20ac\u00df-\u00ff\u0370-\u07ff]|[A-Z]" + (/^de\b/.test(root.lang) ? "" : "[A-Za-z]?(?![A-Za-z])");

function together(text) {
  return text
    .replace(/([A-Z\u00c0-\u00de][a-z\u00df-\u00ff]{3,}) (?=[A-Z\u00c0-\u00de][^\s,.;:!?\u2019]* \d)/g, "$1" + SPACE)
    .replace(/([A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f][^\s,.;:!?\u2019\ufffc]*) (?=\d|[IVX]+(?![^\s,.;:!?]))/g, "$1" + SPACE)
    .replace(/(^|[\s(])([a-z]{1,4}\.|No\.|Nr\.|[\u00a7\u2116]) (?=\d)/g, "$1$2" + SPACE)
    .replace(/\b([A-Z]\.|Dr\.|Mrs?\.|Ms\.|Prof\.|St\.) (?=[A-Z\u00c0-\u00de])/g, "$1" + SPACE)
    .replace(/([A-Za-z])-(?=\d)/g, "$1\u2011")
    // A number that is a part of a name counts nothing, nor does a year.
    .replace(new RegExp("(^|[\\s(\"\u201c$\u20ac\u00a3])(\\d+(?:[.,]\\d+)*) (?=" + UNIT + ")", "g"), function (found, before, number) {
      return /^(1\d|20)\d\d$/.test(number) ? found : before + number + SPACE;
    })
    .replace(/(\d\u2013)(?=\d)/g, "$1\u2060")
    .replace(/(^|[^A-Za-z])([A-Za-z]{1,3}\u2013|[A-Za-z]{1,2}-)(?=[A-Za-z])/g, "$1$2\u2060")
    .replace(/([A-Za-z]\u2013)(?=[A-Za-z]{1,3}(?![A-Za-z]))/g, "$1\u2060")
    .replace(/([A-Z\u00c0-\u00de][a-z\u00df-\u00ff]+-)(?=([A-Z\u00c0-\u00de][a-z\u00df-\u00ff]+))/g, function (found, first, second) {
      return (first + second).length > LONGEST ? found : first + "\u2060";
    });
}

// A source has its breaks behind its commas, and those of a long title not within a name.
function sourceTogether(text) {
  return text
    .replace(/[^,\u060c\u3001]+/g, function (part) {
      return part.trim().length > LONGEST_SMALL ? part : part.replace(/(\S) (?=\S)/g, "$1" + SPACE);
    })
    .replace(/([A-Z\u00c0-\u00de][^\s,.;:!?\ufffc]*) (?=[A-Z\u00c0-\u00de])/g, "$1" + SPACE);
}

// The texts with joins that may be given up, and what their author wrote.
var joined = [];

textsOf(root).forEach(function (part) {
  // Partners and cells are too narrow; the line above the question does not break.
  if (part.parentNode.closest(exact + ", .sides, table, .context")) { return; }
  var source = part.parentNode.closest(".origin"), longest = source ? LONGEST_SMALL : LONGEST;
  var text = part.data.split(/(\\\([^]*?\\\))/).map(function (piece, index) {
    if (index % 2) { return piece; }
    return (source ? sourceTogether(together(piece)) : together(piece)).replace(/\S+/g, function (run) {
      return run.split(SPACE).join(run.length > longest ? " " : "\u00a0");
    });
  }).join("");
  if (text === part.data) { return; }
  if (!source) { joined.push({ part: part, written: part.data, text: text, shown: text }); }
  part.data = text;
});

// Short code, such as [1, 4], is on one line.
all(":not(pre) > code").forEach(function (code) {
  code.classList.toggle("whole", code.textContent.length <= 16 && !code.closest(".sides, table"));
});

// The lines of an element's text, up to a place in it if that is named.
function linesOf(element, end, at) {
  var lines = [], range = document.createRange();
  textsOf(element).some(function (part) {
    range.selectNodeContents(part);
    if (part === end) { range.setEnd(part, at); }
    Array.prototype.forEach.call(range.getClientRects(), function (box) {
      var line = lines[lines.length - 1];
      if (!line || box.top > line.bottom - 4) { lines.push(line = { left: box.left, right: box.right, bottom: box.bottom }); }
      line.left = Math.min(line.left, box.left);
      line.right = Math.max(line.right, box.right);
    });
    return part === end;
  });
  return lines.map(function (line) { return line.right - line.left; });
}

// Whether a line ends before this place that is so empty that it looks broken by force.
function isBehindGap(part, at) {
  var block = part.parentNode.closest("p, li, div"), style = getComputedStyle(block), before = linesOf(block, part, at);
  var room = /balance/.test(style.textWrap) ? Math.max.apply(null, linesOf(block)) :
    block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return before[before.length - 1] < 0.65 * room && linesOf(block, part, at + 1).length > before.length;
}

function joinAll() {
  joined.forEach(function (one) {
    // A client has cut the text around a formula, or the next card has come.
    one.gone = one.part.data !== one.shown || !document.body.contains(one.part);
    if (!one.gone && one.shown !== one.text) { one.part.data = one.text; }
  });
}

// Gives up joins, the first ones first, as long as what they hold together leaves such a line before it.
function fillLines() {
  joined.forEach(function (one) {
    if (one.gone) { return; }
    var part = one.part, start = 0, joiners = 0;
    for (var at = 0; at < part.data.length; at++) {
      var sign = part.data[at], isJoiner = sign === "\u2060";
      if (/[ \n]/.test(sign)) {
        start = at + 1;
      } else if ((isJoiner || (sign === "\u00a0" && one.written[at - joiners] === " ")) && isBehindGap(part, start)) {
        part.replaceData(at, 1, isJoiner ? "" : " ");
        if (isJoiner) { at--; }
        start = at + 1;
      } else if (isJoiner) {
        joiners++;
      }
    }
    one.shown = part.data;
  });
}

// Up to five lines are equally long, if they can be. More are filled one after the other, as in a book, unless the last one would be short and
// the browser can make it longer without short lines above it; a stump is always avoided. In front of a blank, which is filled
// on the back, nothing moves.
function breakLines() {
  function broken(how) {
    prompt.classList.toggle("full", how === "full");
    prompt.classList.toggle("even", how === "even");
    var widths = linesOf(prompt).map(function (width) { return width / prompt.clientWidth; });
    return { last: widths.pop(), shortest: Math.min.apply(null, widths), count: widths.length + 1 };
  }
  var full = broken("full");
  if (prompt.querySelector(".cloze, .cloze-inactive")) { return; }
  if (full.count < 6) {
    // A long word can leave a gap in one of them.
    if (broken("even").shortest < Math.min(0.55, full.shortest) && full.last > 0.35 && full.count > 2) { broken("full"); }
    return;
  }
  if (full.last > 0.35) { return; }
  var pretty = broken("pretty");
  if (pretty.last <= full.last || pretty.shortest < Math.min(0.65, full.shortest)) {
    broken(full.last > 0.15 ? "full" : full.count < 7 ? "even" : "pretty");
  }
}

function setLines() {
  joinAll();
  breakLines();
  fillLines();
  breakLines();
}

setLines();
// The first card on a desktop has its size only when this has run, and a hint when it is opened.
if (window.ResizeObserver) { new ResizeObserver(function () { requestAnimationFrame(setLines); }).observe(root); }
