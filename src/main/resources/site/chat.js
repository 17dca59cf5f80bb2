// Without this file the chat works by reloading the page; with it, messages come by themselves.
(() => {
  const talk = document.getElementById('talk');
  const form = document.getElementById('say');
  if (!talk || !window.EventSource) return;
  let last = Number(talk.dataset.last);
  const names = { PERSON: talk.dataset.you, BOT: talk.dataset.bot, AGENT: talk.dataset.agent };
  const add = (message) => {
    if (message.seq <= last) return;
    last = message.seq;
    const line = document.createElement('li');
    line.className = message.author.toLowerCase();
    const who = document.createElement('b');
    who.textContent = names[message.author];
    line.append(who, message.text);
    talk.append(line);
    line.scrollIntoView({ block: 'nearest' });
  };
  // A page that reloads by itself must not take away what the visitor is typing. Kept for that moment only.
  const DRAFT = 'chat-draft';
  const reload = () => {
    if (form) sessionStorage.setItem(DRAFT, form.elements.text.value);
    location.reload();
  };
  const draft = sessionStorage.getItem(DRAFT);
  sessionStorage.removeItem(DRAFT);
  if (form && draft && !form.elements.text.value) {
    form.elements.text.value = draft;
    form.elements.text.focus();
  }
  const news = new EventSource(talk.dataset.stream + '?after=' + last);
  news.addEventListener('message', (event) => add(JSON.parse(event.data)));
  news.addEventListener('state', (event) => {
    if (event.data !== talk.dataset.state) reload();
  });
  if (form) {
    form.addEventListener('submit', async (event) => {
      if (event.submitter && event.submitter.name === 'do' && event.submitter.value !== 'say') return;
      event.preventDefault();
      const text = form.elements.text;
      if (!text.value.trim()) return;
      const body = new URLSearchParams({ do: 'say', text: text.value });
      const refused = document.getElementById('refused');
      let answer;
      try {
        answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
      } catch (lost) {
        answer = { ok: false, status: 429 };
      }
      // what was typed stays there to be sent again
      refused.hidden = answer.status !== 429;
      if (answer.status === 429) return;
      if (!answer.ok || answer.redirected) { reload(); return; }
      text.value = '';
      text.focus();
      document.getElementById('masked').hidden = (await answer.json()).masked.length === 0;
    });
    form.elements.text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
    });
  }
  const refresh = document.getElementById('refresh');
  if (refresh) {
    refresh.hidden = true;
    // the server takes no more listeners: back to reloading
    news.addEventListener('error', () => { refresh.hidden = news.readyState !== EventSource.CLOSED; });
  }
})();
