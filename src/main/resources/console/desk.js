// The desk: keys for what is done often, a sign of life while somebody works, the newest message in sight.
"use strict";
(function () {
  var last = 0;

  function writing(target) {
    return target.matches("input, textarea, select") || target.isContentEditable;
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey && event.key === "Enter" && event.target.matches("textarea[data-send]")) {
      event.preventDefault();
      event.target.form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    var key = document.querySelector('[data-key="' + CSS.escape(event.key.toLowerCase()) + '"]');
    if (!key) return;
    event.preventDefault();
    if (key.matches("input")) key.focus(); else key.click();
  });

  function here() {
    var desk = document.querySelector("[data-live*='/desk/live']");
    if (!desk || Date.now() - last < 60000) return;
    last = Date.now();
    fetch(location.pathname + "/here", { method: "POST", headers: { "X-Requested-With": "JavaScript" } });
  }
  ["keydown", "pointerdown", "input"].forEach(function (kind) { document.addEventListener(kind, here); });

  function toEnd(log) { log.scrollTop = log.scrollHeight; }
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-scroll]").forEach(function (log) {
      toEnd(log);
      new MutationObserver(function () { toEnd(log); }).observe(log, { childList: true, subtree: true });
    });
    // a sent answer leaves an empty field behind
    document.body.addEventListener("htmx:afterRequest", function (event) {
      if (event.detail.successful && event.target.matches("form[hx-post$='/say']")) event.target.reset();
    });
  });
})();
