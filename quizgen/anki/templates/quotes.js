// Quotation marks and apostrophes are straight where authors type them; a card has those of print, but not in code and
// formulas, and not in what is to be typed. Each mark stays one character.
function printed(text, marks) {
  if (/[={}<>\\`]|\w\(/.test(text.replace(/\\\(.*?\\\)/g, ""))) { return text; }
  return text
    .replace(/(^|[\s([\u2013\u2014])"(?=\S)([^"]*\S)"(?!\w)/g, "$1" + marks[0] + "$2" + marks[1])
    .replace(/(^|[\s([\u2013\u2014\u201c\u201e\u00ab])'(?=[^\s\d])((?:[^']|\w'\w)*[^\s'])'(?!\w)/g, "$1" + marks[2] + "$2" + marks[3])
    .replace(/([^\s\d"'([{}\u05d0-\u05ea])'/g, "$1\u2019")
    .replace(/(\d)'(?=[a-z])/g, "$1\u2019")
    .replace(/(^|\s)'(?=\d\ds?\b)/g, "$1\u2019");
}

function setQuotes() {
  var blocks = [], last = null;
  textsOf(root).forEach(function (part) {
    var place = part.parentNode.closest("p, li, td, th, div, summary, blockquote, ol, ul, table");
    if (place !== last) { blocks.push([]); }
    last = place;
    blocks[blocks.length - 1].push(part);
  });
  blocks.forEach(function (parts) {
    var masked = parts.map(function (part) {
      var text = part.parentNode.closest(exact) ? part.data.replace(/[^]/g, "x") : part.data;
      return text.replace(/\\\(.*?\\\)/g, function (formula) { return formula.replace(/[^]/g, "x"); });
    }).join("");
    if (!/["']/.test(masked)) { return; }
    var changed = printed(masked, word("quotes"));
    parts.forEach(function (part) {
      var text = part.data;
      for (var at = 0; at < text.length; at++) {
        if (masked[at] !== changed[at]) { text = text.slice(0, at) + changed[at] + text.slice(at + 1); }
      }
      masked = masked.slice(text.length);
      changed = changed.slice(text.length);
      if (text !== part.data) { part.data = text; }
    });
  });
}

// Other languages than those with words of their own have other marks.
if (!root.lang || root.lang.split("-")[0] === word("language")) { setQuotes(); }
