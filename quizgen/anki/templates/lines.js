// Where no line ends: within a name with an initial or a number, September 2023, a number with its unit, 1914–1918, SM-2,
// US–Armenian and Nagorno-Karabakh. Only the card has the characters for it; the note keeps the spaces of its author.
var SPACE = "\ufffc";

// In characters: more than this could leave a gap in the line before it, or be wider than a card in small print.
var LONGEST = 20, LONGEST_SMALL = 32, SHORTEST_END = 12, SHORTEST_EXPLAINED = 15;
var UNIT = "[A-Za-z%\u2030\u00b0\u20ac\u00df-\u00ff\u0370-\u07ff]";

function together(text) {
  return text
    // A short name with its year: Eagle Partner 2023.
    .replace(/(?=.{1,15}(?:1\d|20)\d\d)([A-Z\u00c0-\u00de][^\s,.;:!?\u2019\ufffc]{3,}) (?=(?:[A-Z\u00c0-\u00de][^\s,.;:!?\u2019\ufffc]* )?[A-Z\u00c0-\u00de][^\s,.;:!?\u2019\ufffc]* (?:1\d|20)\d\d(?!\d))/g, "$1" + SPACE)
    .replace(/([A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f][^\s,.;:!?\u2019\ufffc]*) (?=\d|[IVX]+(?![^\s,.;:!?]))/g, "$1" + SPACE)
    .replace(/(^|[\s(])([a-z]{1,4}\.|No\.|Nr\.|[\u00a7\u2116]) (?=\d)/g, "$1$2" + SPACE)
    .replace(/(\d,) (?=(?:1\d|20)\d\d(?!\d))/g, "$1" + SPACE)
    .replace(/\b(United|New|San) (?=[A-Z])/g, "$1" + SPACE)
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

// The last line of a long paragraph is more than a word or two: browsers balance the lines of short ones only, old ones of none.
// Explanations are not balanced, and where their lines are wide, there is room for a word more.
function endTogether(text, explains) {
  var start = text.length, shortest = explains ? SHORTEST_EXPLAINED : SHORTEST_END, next;
  while (text.length - start < shortest && (next = text.lastIndexOf(" ", start - 1)) > 0 && text.length - next <= LONGEST + 1) {
    start = next;
  }
  return text.slice(0, start + 1) + text.slice(start + 1).replace(/ /g, SPACE);
}

var LONG = window.CSS && CSS.supports("text-wrap", "pretty") ? 180 : 100, LONG_EXPLAINED = 60, WIDE = root.clientWidth > 480;

function isEnd(part, explains) {
  var block = part.parentNode.closest("p, li, blockquote, .answer, .prompt, .explanation, .hint > div");
  return !!block && block.textContent.length > (explains ? LONG_EXPLAINED : LONG)
    && part === textsOf(block).filter(function (one) { return one.data.trim(); }).pop();
}

textsOf(root).forEach(function (part) {
  // Partners and cells are too narrow; the line above the question does not break.
  if (part.parentNode.closest(exact + ", .sides, table, .context")) { return; }
  var source = part.parentNode.closest(".origin"), explains = WIDE && part.parentNode.closest(".explanation");
  var longest = source ? LONGEST_SMALL : LONGEST;
  var pieces = part.data.split(/(\\\([^]*?\\\))/), end = !source && isEnd(part, explains) && pieces.length - 1;
  var text = pieces.map(function (piece, index) {
    if (index % 2) { return piece; }
    var joined = together(piece);
    return (source ? sourceTogether(joined) : index === end ? endTogether(joined, explains) : joined).replace(/\S+/g, function (run) {
      return run.split(SPACE).join(run.length > longest ? " " : "\u00a0");
    });
  }).join("");
  if (text !== part.data) { part.data = text; }
});

// Short code, such as [1, 4], is on one line.
all(":not(pre) > code").forEach(function (code) {
  code.classList.toggle("whole", code.textContent.length <= 16 && !code.closest(".sides, table"));
});
