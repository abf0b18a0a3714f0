"""From parsed content to planned outputs.

The linker is here: `link` goes through all units, by way of what `exported`, `join`, `published`
and `unitpages` say of each; `index` and `rows` hold what is known of them, `plan` and `outputs`
what is made of them. What one meets on a site is in folders:

- `views/`: what pages, mails, feeds and cards show;
- `pages/`: the pages of editions and entries, and free pages;
- `people/`: who made what, and the pages of people and authors;
- `together/`: what is made of all editions together, as lists and feeds;
- `everypage/`: what stands on every page, as menu and footer;
- `sharing/`: pictures and links by which pages are shared;
- `links/`: where the links lead that editors write;
- `checks/`: what is wrong with a newsletter, or doubtful.
"""
