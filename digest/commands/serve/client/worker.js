// Listens to the server for all tabs of a browser, and passes on to them what it says.
"use strict";
const tabs = new Set();
let latest = null;

new EventSource("/_digest/events").onmessage = (event) => {
  latest = event.data;
  for (const tab of tabs) tab.postMessage(latest);
};

onconnect = (event) => {
  const [tab] = event.ports;
  tabs.add(tab);
  if (latest !== null) tab.postMessage(latest);
};
