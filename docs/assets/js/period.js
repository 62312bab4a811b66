// A page that was built while its plan was valid says by itself that the period is over, from the day it is.
for (const note of document.querySelectorAll(".period[hidden]")) {
  if (new Date() >= new Date(`${note.dataset.from}T00:00`)) note.hidden = false;
}
