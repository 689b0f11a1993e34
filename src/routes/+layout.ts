// The hub serves the same static page at every address; the content is loaded in the browser.
export const ssr = false;
export const prerender = false;
