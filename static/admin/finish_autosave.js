// "Publish" waits for the draft that is being saved. Both would reach the server as a new page, and the second be
// refused, because the first has taken its address. Wagtail tells when a save begins (w-autosave:save) and ends.
(() => {
  // After this long without an answer the form is sent as it is, as if nothing had been under way.
  const PATIENCE = 15_000;
  let saving = null;
  let waiting = null;
  let leaving = false;

  function sent({ form, submitter, patience }) {
    clearTimeout(patience);
    if (submitter?.name) {
      // The button itself is out of use while its page says "Publishing…", and would not be sent along.
      const choice = Object.assign(document.createElement("input"), {
        type: "hidden", name: submitter.name, value: submitter.value,
      });
      form.append(choice);
      setTimeout(() => choice.remove());
    }
    form.requestSubmit();
  }

  function finish() {
    saving = null;
    const held = waiting;
    waiting = null;
    if (held) sent(held);
  }

  document.addEventListener("w-autosave:save", (event) => {
    if (leaving) event.preventDefault();
    else saving = event.target;
  });
  document.addEventListener("w-autosave:success", finish);
  document.addEventListener("w-autosave:error", finish);

  document.addEventListener("submit", (event) => {
    if (!saving || event.target !== saving) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!waiting) waiting = { form: saving, submitter: event.submitter, patience: setTimeout(finish, PATIENCE) };
  }, true);

  // What is still typed while the page waits for the answer must not be saved into a second page either.
  window.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !event.target.matches("[data-edit-form]")) return;
    leaving = true;
    // Whoever stopped the page from loading goes on writing.
    setTimeout(() => { leaving = false; }, PATIENCE);
  });
  window.addEventListener("pageshow", () => { leaving = false; });
})();
