"""The store's memory: snapshots, files, and a death in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from mock.talk import read, send
from wooclient.mock import MockStore


def codes(store: MockStore) -> set[str]:
    return {coupon["code"] for coupon in read(send(store, "GET", "/coupons"))}


def test_each_store_has_a_state_of_its_own(store: MockStore) -> None:
    with MockStore() as other:
        send(store, "POST", "/coupons", {"code": "mine"})
        assert "mine" in codes(store)
        assert "mine" not in codes(other)


def test_reset_snapshot_restore(store: MockStore) -> None:
    begun = codes(store)
    send(store, "POST", "/coupons", {"code": "a"})
    image = store.snapshot()
    send(store, "POST", "/coupons", {"code": "b"})
    store.restore(image)
    assert codes(store) == begun | {"a"}
    store.reset()
    assert codes(store) == begun
    assert [r.path for r in store.requests] == ["/wp-json/wc/v3/coupons"]


def test_what_is_kept_at_hand_follows_each_change(store: MockStore) -> None:
    """Keys, lists of all documents of a kind, and the time zone are not looked up anew for each request."""

    def there() -> list[str]:
        return [str(doc["code"]) for doc in store.state.all("coupons")]

    begun, image = there(), store.snapshot()
    made = read(send(store, "POST", "/coupons", {"code": "a"}))
    assert there() == [*begun, "a"]
    send(store, "DELETE", f"/coupons/{made['id']}", query="force=true")
    assert there() == begun
    key = store.keys.create("read")
    assert store.keys.find(key.key) is not None
    store.state.set_note("timezone", "Asia/Tokyo")
    assert str(store.shop.zone) == "Asia/Tokyo"
    store.restore(image)
    other = store.keys.create("read")
    assert (other.id, store.keys.find(key.key)) == (key.id, None)
    assert (there(), str(store.shop.zone)) == (begun, "America/New_York")


def test_a_file_keeps_the_state(tmp_path: Path) -> None:
    with MockStore(db=tmp_path / "shop.db") as store:
        send(store, "POST", "/coupons", {"code": "kept"})
        key = store.key
    with MockStore(db=tmp_path / "shop.db") as store:
        assert store.key == key
        assert "kept" in codes(store)


_WRITER = """
import sys
from pathlib import Path
from mock.talk import read, send
from wooclient.mock import MockStore
store = MockStore(db=sys.argv[1])
for i in range(100_000):
    made = read(send(store, "POST", "/coupons", {"code": f"c{i}"}))
    print(made["code"], flush=True)
"""


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    tests = str(Path(__file__).resolve().parent.parent)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([tests, *sys.path])}
    process = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(tmp_path / "shop.db")], env=env, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    seen = [process.stdout.readline().strip() for _ in range(40)]
    os.kill(process.pid, signal.SIGKILL)
    seen += [line.strip() for line in process.stdout]
    process.wait()
    assert len(seen) >= 40
    assert "" not in seen[:40], "it wrote until it was killed"
    with MockStore(db=tmp_path / "shop.db") as store:
        for code in filter(None, seen):
            assert read(send(store, "GET", "/coupons", query=f"code={code}")), code


def test_a_store_in_memory_begins_as_one_in_a_file_did(tmp_path: Path) -> None:
    """The first store with the default shop is copied for all later ones of its address."""
    url = "https://file-first.example"
    with MockStore(db=tmp_path / "shop.db", url=url) as kept:
        wanted = count(kept)
        send(kept, "POST", "/coupons", {"code": "more"})
        kept.reset()
        assert count(kept) == wanted
    with MockStore(url=url) as other:
        assert count(other) == wanted > 0


def count(store: MockStore) -> int:
    return len(read(send(store, "GET", "/coupons")))
