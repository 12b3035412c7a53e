from tests.factories import plans
def test_x():
    assert plans()
