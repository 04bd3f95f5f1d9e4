// The page holds both languages; this shows the reader's own and lets them change it. Without it the page is in English.
(function () {
  var page = document.documentElement;
  var buttons = document.querySelectorAll(".languages button");
  function show(language) {
    page.lang = language;
    for (var button of buttons) button.setAttribute("aria-pressed", String(button.value === language));
    document.title = document.querySelector("h1").innerText;
  }
  for (var button of buttons) button.addEventListener("click", function () { show(this.value); });
  page.classList.add("js");
  show(/^zh/i.test(navigator.language || "") ? "zh-CN" : "en");
})();
