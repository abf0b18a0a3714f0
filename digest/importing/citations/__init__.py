"""Numbers that were typed by hand, made citations.

`marks` and `authoryear` find what may lead to a list of references, `prose` says where they may
stand, `references` takes a reference apart, `bibliography` gives it the key of its work, `listed`
says what is wrong with the list, and `posts` brings a post's text and its list together.
"""
