// Sends the form that leads on to another system. Without script, its button does the same.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-submit]");
  if (form) {
    form.submit();
  }
});
