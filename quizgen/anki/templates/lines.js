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
  if (text !== part.data) { part.data = text; }
});

// Short code, such as [1, 4], is on one line.
all(":not(pre) > code").forEach(function (code) {
  code.classList.toggle("whole", code.textContent.length <= 16 && !code.closest(".sides, table"));
});

// How much of the width each line of the question has.
function lineWidths() {
  var lines = [], range = document.createRange();
  textsOf(prompt).forEach(function (part) {
    range.selectNodeContents(part);
    Array.prototype.forEach.call(range.getClientRects(), function (box) {
      var line = lines[lines.length - 1];
      if (!line || box.top > line.bottom - 4) { lines.push(line = { left: box.left, right: box.right, bottom: box.bottom }); }
      line.left = Math.min(line.left, box.left);
      line.right = Math.max(line.right, box.right);
    });
  });
  return lines.map(function (line) { return (line.right - line.left) / prompt.clientWidth; });
}

// Two lines are equally long, and three with a short last one. More are filled one after the other, as in a book, unless the
// last one would be short and the browser can make it longer without short lines above it; a stump is always avoided. In
// front of a blank, which is filled on the back, nothing moves.
function breakLines() {
  function broken(how) {
    prompt.classList.toggle("full", how === "full");
    prompt.classList.toggle("even", how === "even");
    var widths = lineWidths();
    return { last: widths.pop(), shortest: Math.min.apply(null, widths), count: widths.length + 1 };
  }
  var full = broken("full"), short = full.last < 0.35;
  if (prompt.querySelector(".cloze, .cloze-inactive") || full.count > 2 && !short) { return; }
  if (full.count < 4) { broken("even"); return; }
  var pretty = broken("pretty");
  if (pretty.last <= full.last || pretty.shortest < Math.min(0.65, full.shortest)) {
    broken(full.last > 0.15 ? "full" : full.count < 7 ? "even" : "pretty");
  }
}

breakLines();
// The first card on a desktop has its size only when this has run.
if (window.ResizeObserver) { new ResizeObserver(function () { requestAnimationFrame(breakLines); }).observe(prompt); }
