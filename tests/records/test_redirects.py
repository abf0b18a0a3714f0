"""Where redirects may lead."""

from __future__ import annotations

import pytest
import requests

from digest.records.redirects import NowhereError, next_address


def redirect(asked: str, location: str) -> requests.Response:
    answer = requests.Response()
    answer.url = asked
    answer.headers["Location"] = location
    return answer


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1:8080/a",
        "http://[::1]/",
        "http://LOCALHOST/a",
    ],
)
def test_a_page_of_the_web_may_not_lead_into_a_private_network(location: str) -> None:
    with pytest.raises(NowhereError, match="within a private network"):
        next_address(redirect("https://example.org/a", location))
    # who asks there in the first place means it
    assert next_address(redirect("http://127.0.0.1:8000/a", location)) == location


@pytest.mark.parametrize(
    "location", ["https://example.com/b", "https://1.1.1.1/", "http://a.localhost.org/"]
)
def test_a_page_of_the_web_may_lead_to_another(location: str) -> None:
    assert next_address(redirect("https://example.org/a", location)) == location
