// What the pages cannot do without a script: local times, clocks that count, live parts, questions before grave acts.
"use strict";
(function () {
  var language = document.documentElement.lang;
  var full = new Intl.DateTimeFormat(language, {
    year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short"
  });

  function pad(n) { return (n < 10 ? "0" : "") + n; }

  function span(seconds) {
    var s = Math.abs(seconds), d = Math.floor(s / 86400), h = Math.floor((s % 86400) / 3600), m = Math.floor((s % 3600) / 60);
    if (d > 0) return language === "ja" ? d + "日" + h + "時間" : d + " d " + h + " h";
    if (h > 0) return language === "ja" ? h + "時間" + m + "分" : h + " h " + m + " min";
    return m + ":" + pad(Math.floor(s % 60));
  }

  function times(root) {
    root.querySelectorAll("time[datetime]").forEach(function (t) {
      var at = new Date(t.dateTime);
      if (isNaN(at)) return;
      if (t.hasAttribute("data-countdown")) {
        var left = (at - Date.now()) / 1000;
        t.title = full.format(at);
        t.textContent = left >= 0
          ? (language === "ja" ? "あと " + span(left) : span(left) + " left")
          : (language === "ja" ? span(left) + " 超過" : span(left) + " over");
        t.classList.toggle("late", left < 0);
        t.classList.toggle("soon", left >= 0 && left < 14400);
      } else if (t.hasAttribute("data-since")) {
        t.title = full.format(at);
        t.textContent = span(Math.max(0, (Date.now() - at) / 1000));
      } else if (!t.dataset.shown) {
        t.dataset.shown = "1";
        t.textContent = full.format(at);
      }
    });
    root.querySelectorAll("input[name=zone]").forEach(function (z) {
      z.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
    });
    root.querySelectorAll("[data-zone]").forEach(function (z) {
      z.textContent = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
    });
  }

  function put(part, html) {
    if (part.innerHTML === html) return;
    var held = document.activeElement && part.contains(document.activeElement) ? document.activeElement.id : "";
    part.innerHTML = html;
    if (window.htmx) window.htmx.process(part);
    times(part);
    if (held && document.getElementById(held)) document.getElementById(held).focus();
  }

  var answerDue = 0;

  // The answer to a form that was just sent is the page to go to, with what it has to say; only where none comes, this.
  function go(path) {
    if (Date.now() < answerDue) setTimeout(function () { go(path); }, 500);
    else window.location.assign(path);
  }

  function live(root) {
    root.querySelectorAll("[data-live]").forEach(function (area) {
      if (area.stream) return;
      var source = area.stream = new EventSource(area.dataset.live);
      area.querySelectorAll("[data-live-part]").forEach(function (part) {
        source.addEventListener(part.dataset.livePart, function (event) {
          area.classList.remove("lost");
          put(part, event.data);
        });
      });
      source.addEventListener("go", function (event) { go(event.data); });
      source.onopen = function () { area.classList.remove("lost"); };
      source.onerror = function () {
        if (source.readyState !== EventSource.CLOSED) return;
        area.classList.add("lost");
        again(area);
      };
    });
  }

  // A stream that the server refused: because the session is over, or for a moment only.
  function again(area) {
    setTimeout(function () {
      fetch(window.location.href, { headers: { "X-Requested-With": "JavaScript" }, redirect: "manual" }).then(function (answer) {
        if (answer.status === 499 || answer.status === 401 || answer.type === "opaqueredirect") return sessionOver();
        area.stream = null;
        live(document);
      }, function () { again(area); });
    }, 5000);
  }

  // Nothing is taken away: what was typed stays on the page.
  function sessionOver() {
    if (document.getElementById("session-over")) return;
    var note = document.createElement("div"), link = document.createElement("a");
    note.id = "session-over";
    note.className = "notice bad";
    note.setAttribute("role", "alert");
    note.textContent = language === "ja"
      ? "セッションが終了しました。この画面は更新されません。入力した内容は画面に残っています。"
      : "Your session is over: this page is no longer kept up to date. What you typed is still here. ";
    link.href = "/console";
    link.target = "_blank";
    link.textContent = language === "ja" ? "新しいタブでログインし、この画面に戻る" : "Log in in a new tab, then come back to this one";
    note.append(link);
    document.getElementById("main").prepend(note);
    note.scrollIntoView({ block: "nearest" });
  }

  function dialogs(root) {
    root.querySelectorAll("[data-opens]").forEach(function (button) {
      button.addEventListener("click", function () { document.getElementById(button.dataset.opens).showModal(); });
    });
    root.querySelectorAll("dialog [data-closes]").forEach(function (button) {
      button.addEventListener("click", function () { button.closest("dialog").close(); });
    });
  }

  // a link of the error summary leads to the field itself, also where that is folded away
  function errors(root) {
    root.querySelectorAll(".error-summary a[href^='#']").forEach(function (link) {
      link.addEventListener("click", function (event) {
        var field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (!field) return;
        var dialog = field.closest("dialog"), folded = field.closest("details");
        if (dialog && !dialog.open) dialog.showModal();
        if (folded) folded.open = true;
        var input = field.matches("input, select, textarea") ? field : field.querySelector("input:not([type=hidden]), select, textarea");
        if (input) { event.preventDefault(); input.focus(); }
      });
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    errors(document);
    times(document);
    live(document);
    dialogs(document);
    var wrong = document.querySelector("[data-focus]");
    if (wrong) wrong.focus();
    setInterval(function () {
      document.querySelectorAll("time[data-countdown], time[data-since]").forEach(function (t) { times(t.parentNode); });
    }, 1000);
    document.addEventListener("submit", function (event) {
      if (event.target.dataset.sent) { event.preventDefault(); return; }
      if (event.target.method === "post" && !event.target.hasAttribute("hx-post")) answerDue = Date.now() + 10000;
      if (event.target.method === "post" && !event.target.hasAttribute("data-again")) {
        event.target.dataset.sent = "1";
        setTimeout(function () { delete event.target.dataset.sent; }, 5000);
      }
    });
    document.body.addEventListener("htmx:configRequest", function (event) {
      event.detail.headers["X-Requested-With"] = "JavaScript";
    });
    document.body.addEventListener("htmx:afterSwap", function (event) { times(event.detail.target); dialogs(event.detail.target); });
    document.body.addEventListener("htmx:responseError", function (event) {
      if (event.detail.xhr.status === 499 || event.detail.xhr.status === 401) sessionOver();
    });
  });
})();
