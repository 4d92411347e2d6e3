"""`make serve`: a change in the sources is seen at once in the browser, and the rest of the site follows.

The server never imports what it shows. Each change is worked out in a fresh process, so that changed Python counts
like a changed page: first the pages that somebody looks at, then the whole site by the steps of every build.
"""
