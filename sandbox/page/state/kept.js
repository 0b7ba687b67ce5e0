// What this browser (or this tab) keeps of the page's looks. Where it may keep nothing, the page does without.

const reader = (storage) => (key) => {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
};
const writer = (storage) => (key, value) => {
  try {
    storage().setItem(key, value);
  } catch {
    // full, or forbidden
  }
};
const browser = () => localStorage, tab = () => sessionStorage;

export const kept = reader(browser), keep = writer(browser);
export const keptByTab = reader(tab), keepByTab = writer(tab);
