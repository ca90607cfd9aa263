"""The preview: a talk on a page of the browser, which follows every save and can be presented from."""
