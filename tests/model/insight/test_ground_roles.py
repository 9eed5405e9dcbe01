from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue.lists import ARTICLE_KINDS
from doorbraak.model.insight.ground_roles import role_of

OWN = lists.load()


def test_that_every_kind_of_article_has_a_role() -> None:
    roles = {article.kind: role_of(article) for article in OWN.articles.values()}
    assert set(roles) == set(ARTICLE_KINDS)
    assert {kind for kind, role in roles.items() if role == "blocks"} == {"belemmering"}
    assert {kind for kind, role in roles.items() if role == "carries"} == {"grondslag", "zorgplicht", "grondrecht"}
