var isBack = root.classList.contains("back");

// The front leaves things to the back on the window, for clients that show both sides in one page. For clients that load a
// page for each, it leaves them in sessionStorage, and in the window's name, which the next page has from its beginning: what
// is stored may reach it late if another process shows it. Without all of them, the back just shows the correct answer.
function keep(name, state) {
  state.card = root.getAttribute("data-id");
  window[name] = state;
  var states = window.name ? read(window.name) : {};
  if (states) {
    states[name] = state;
    window.name = JSON.stringify(states);
  }
  try { sessionStorage.setItem(name, JSON.stringify(state)); } catch (denied) { return; }
}

function kept(name) {
  var state = window[name];
  if (!isOurs(state)) { state = (read(window.name) || {})[name]; }
  if (!isOurs(state)) {
    try { state = read(sessionStorage.getItem(name)); } catch (denied) { return null; }
  }
  return isOurs(state) ? state : null;
}

// A client may have given the window a name of its own.
function read(text) {
  var found = null;
  try { found = JSON.parse(text); } catch (other) { return null; }
  return found && typeof found === "object" ? found : null;
}

function isOurs(state) {
  return !!state && state.card === root.getAttribute("data-id");
}

// Clients scroll to the answer. If the question and the beginning of the answer fit on the screen, they do not need to;
// otherwise, no line is cut in two.
function placeAnswer() {
  var answer = document.getElementById("answer");
  if (!answer || answer === prompt) { return; }
  var first = answer.querySelector("li") || answer;
  var top = answer.getBoundingClientRect().top + window.scrollY;
  var bottom = first.getBoundingClientRect().bottom + window.scrollY;
  if (bottom <= window.innerHeight) {
    answer.style.scrollMarginBlockStart = top + "px";
    return;
  }
  var lines = document.createRange();
  lines.selectNodeContents(prompt);
  var lowest = Math.min(top - 16, document.documentElement.scrollHeight - window.innerHeight);
  var highest = Math.min(bottom, top + 100) - window.innerHeight;
  Array.prototype.forEach.call(lines.getClientRects(), function (line) {
    var start = line.top + window.scrollY - 4;
    if (start <= lowest && start >= highest) { answer.style.scrollMarginBlockStart = top - start + "px"; }
  });
}

// When the rest of the script has run.
if (isBack) { Promise.resolve().then(placeAnswer); }

// The topic and the sign that plays the sound stay where they were. The back cannot have their field: with it, Anki
// would play the sound again with the answer.
var context = root.querySelector(".context");
if (context && !isBack) {
  keep("quizgenContext", { html: context.innerHTML });
} else if (context && kept("quizgenContext")) {
  context.innerHTML = kept("quizgenContext").html;
}
