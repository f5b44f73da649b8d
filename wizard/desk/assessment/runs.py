"""Self-assessments: started, opened, saved with every act, erased."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from wizard.clock import Clock
from wizard.desk.assessment.arrived import Arrived
from wizard.desk.assessment.packs import Packs
from wizard.desk.assessment.saving import SaveListener, Saver, SaveState, Saving, Way
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import ContentFaults, InputFault, KeyStays, StoreUnwritable
from wizard.model.answers import Answers
from wizard.model.carry import Carried, Fate, carry
from wizard.model.clause import ALL_POLICIES
from wizard.model.run import Run, RunCard
from wizard.pack.source import FolderSource
from wizard.session import NO_FATES, Session
from wizard.store.worker import StoreWorker

if TYPE_CHECKING:
    from wizard.model.pack import Pack
    from wizard.store.rekeying import KeyChange


ForGood = Callable[[Callable[["KeyChange | None"], Future[None]]], Future[None]]


class Runs:
    """The self-assessments kept on this machine.

    Everything slow happens on two threads, one for content and one for the store;
    what is returned is a future.  Listeners are called on those threads.
    """

    def __init__(
        self,
        store: StoreWorker,
        source: FolderSource,
        school: SchoolDesk,
        clock: Clock,
        for_good: ForGood = lambda act: act(None),
    ) -> None:
        """Work on a store; ``for_good`` gives the change of key that makes deleting final."""
        self._store = store
        self._packs = Packs(source, school)
        self._clock = clock
        self._for_good = for_good
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="content")
        self._listeners: list[SaveListener] = []
        self._savers: dict[str, Saver] = {}

    def list(self) -> Future[tuple[RunCard, ...]]:
        """Return what is saved, newest change first."""
        return self._store.list()

    def everything(self) -> tuple[str, ...]:
        """Return the ids of all that was written here, what was changed last first.

        Among them is what could not be saved so far, and stands on no list; waits for the disk.
        Where its folder went it is what was opened so far: that stands in the window alone.
        """
        savers = reversed(tuple(self._savers.items()))
        # Asked before the list: what is saved meanwhile must be in one of the two.
        owed = [name for name, saver in savers if saver.owes()]
        try:
            listed = [card.id for card in self.list().result()]
        except StoreUnwritable:
            if not self._savers:
                raise
            listed = list(self._savers)
        return tuple(dict.fromkeys((*owed, *listed)))

    def start(
        self, journey_id: str, policy: str, copy_from: str = "", place: str = ""
    ) -> Future[Session]:
        """Begin a self-assessment; nothing is stored before the first answer.

        ``copy_from`` is the id of an earlier one of the same journey whose answers are
        taken over (last year's project).  What was planned, and answers that belong to
        one year (consents, approval, dates), are not; nor is which notes SLT may read.
        ``place`` is the section to begin at; the first unless said.
        """
        return self._reader.submit(self._start, journey_id, policy, copy_from, place)

    def open(self, run_id: str) -> Future[Session]:
        """Go on with a saved self-assessment, at the place it was left."""
        return self._reader.submit(self._open, run_id)

    def read(self, run_id: str) -> Future[Session]:
        """Return a saved self-assessment with its questions, to be read and never changed.

        It may be on screen at the same time, where it goes on as if nobody read it.
        """
        return self._reader.submit(lambda: self._found(run_id)[0])

    def look(self, run_id: str) -> Future[Run]:
        """Return a saved self-assessment as it is kept, without its questions."""
        return self._store.load(run_id)

    def erase(self, run_id: str) -> Future[None]:
        """Erase one, for good."""
        return self._erased((run_id,), lambda change: self._store.erase(run_id, change))

    def erase_all(self) -> Future[None]:
        """Erase everything kept here, for good."""
        return self._erased(list(self._savers), self._store.erase_all)

    def _erased(
        self, names: Collection[str], act: Callable[[KeyChange | None], Future[None]]
    ) -> Future[None]:
        # None of them may be saved again behind it; what was not erased is owed as before.
        savers = {one: self._savers.pop(one) for one in names if one in self._savers}
        erasing = self._for_good(act)

        def look(done: Future[None]) -> None:
            if not isinstance(done.exception(), KeyStays | None):
                for name, saver in savers.items():
                    self._savers.setdefault(name, saver)
            elif any(saver.is_behind for saver in savers.values()) and not self.is_behind:
                # What was told of went with it, and nobody else says that nothing is owed.
                self._tell(SaveState(Saving.SAVED))

        erasing.add_done_callback(look)
        return erasing

    def listen(self, listener: SaveListener) -> None:
        """Be told how saving goes, on the store's thread."""
        self._listeners.append(listener)

    def retry(self, *, is_asked: bool = True) -> None:
        """Try again to save what could not be saved; unasked it is not told that one tries."""
        for saver in tuple(self._savers.values()):
            saver.retry(is_asked=is_asked)

    @property
    def is_behind(self) -> bool:
        """Whether something could not be saved so far.  Never waits."""
        return self.behind() is not None

    def behind(self) -> Session | None:
        """Return a session of which something could not be saved so far.  Never waits."""
        savers = tuple(self._savers.values())
        return next((saver.session for saver in savers if saver.is_behind), None)

    def open_and_kept(self) -> tuple[Session, ...]:
        """Return the sessions opened so far of which nothing is owed; waits for the disk."""
        return tuple(one.session for one in tuple(self._savers.values()) if not one.owes())

    def owed(self, besides: Collection[str] = ()) -> Session | None:
        """Return a session of which something is on no disk; waits for what is on its way.

        Not one of those whose ids are in ``besides``.
        """
        savers = (one for name, one in tuple(self._savers.items()) if name not in besides)
        return next((one.session for one in savers if one.owes()), None)

    def rewrite(self) -> None:
        """Save whole what has changes that were not saved: the store went back to a copy."""
        for saver in tuple(self._savers.values()):
            saver.rewrite()

    def add(self, *arrived: Arrived) -> Future[None]:
        """Keep self-assessments that came in with a file, the last in front: all, or none."""
        return self._store.bring([one.to_keep(self._clock) for one in arrived])

    def pack(self, journey_id: str) -> Future[Pack]:
        """Return a journey's content, read once."""
        return self._reader.submit(self._packs.find, journey_id)

    def pack_to_read(self, journey_id: str) -> Future[Pack]:
        """Return a journey for answers that come in: without the school's part if that is faulty.

        A slip in the school's file keeps nobody from what they wrote.
        """
        return self._reader.submit(self._packs.find_to_read, journey_id)

    def close(self) -> None:
        """Finish what is under way on the reading thread."""
        self._reader.shutdown(wait=True)

    def _start(self, journey_id: str, policy: str, copy_from: str, place: str) -> Session:
        pack = self._packs.find(journey_id)
        answers, title = Answers(), ""
        fates = NO_FATES
        if copy_from:
            saver = self._savers.get(copy_from)
            # What could not be saved so far is taken over, too.
            owed = saver.session.run if saver is not None and saver.owes() else None
            old = owed or self._store.load(copy_from).result()
            carried = self._carried(old, pack)
            asked = {one.id for one in pack.journey.questions()} - set(pack.journey.not_copied)
            # Which notes SLT may read was said of last year's paper.
            given = {
                one: replace(said, show_note=False)
                for one, said in carried.answers.answers.items()
                if one in asked
            }
            again = asked.intersection(carried.asked_again)
            earlier = {one: said for one, said in carried.answers.earlier.items() if one in again}
            answers, title = Answers(given, {}, carried.answers.people, earlier), old.title
            fates = carried.fates
        now = self._clock.now()
        run = Run(
            uuid4().hex, journey_id, pack.digest, now, now, policy, title, place, answers=answers
        )
        return self._kept(self._session(pack, run, fates), Way.CREATE)

    def _carried(self, run: Run, pack: Pack) -> Carried:
        """Return the answers of a self-assessment as they stand under the content of today."""
        if run.content == pack.digest:
            return Carried(run.answers, NO_FATES)
        # The answers are open, and home is painted, before anything is weighed.
        from wizard.assess.readings import planned

        old = self._of_its_day(run).journey
        carried = carry(old, pack.journey, pack.renamed, run.answers, planned)
        people = pack.roles_gone.followed(run.answers.people)
        return replace(carried, answers=replace(carried.answers, people=people))

    def _of_its_day(self, run: Run) -> Pack:
        """Return the content that a self-assessment was made with."""
        kept = self._store.content(run.content).result()
        # Home needs no journey, and YAML is slow to import.
        from wizard.pack.build import open_kept

        return open_kept(kept, run.journey)

    def _open(self, run_id: str) -> Session:
        session, way = self._found(run_id)
        return session if way is None else self._kept(session, way)

    def _found(self, run_id: str) -> tuple[Session, Way | None]:
        """Return a self-assessment as it stands; no way to save it where it is kept already."""
        saver = self._savers.get(run_id)
        # Looked at first: saved at last behind what is read here, it would count as in it.
        owes = saver is not None and saver.owes()
        loading = self._store.load(run_id)
        is_gone = isinstance(loading.exception(), StoreUnwritable)
        if saver is not None and (owes or is_gone):
            # Whoever comes back to what could not be saved, or whose folder went since, must
            # find it as they left it.
            return saver.session, None
        run = loading.result()
        try:
            pack = self._packs.find(run.journey)
        except (InputFault, ContentFaults):
            # Not a journey of this content, or a slip in the school's file: neither may keep
            # anybody from what they wrote.  It goes on with the questions it was begun with.
            return self._session(self._of_its_day(run), run), Way.SAVE
        if run.content == pack.digest:
            return self._session(pack, run), Way.SAVE
        if run.finished is not None:
            # What was finished stays as it was, questions and all.
            return self._session(self._of_its_day(run), run), Way.SAVE
        carried = self._carried(run, pack)
        run = replace(run, content=pack.digest, answers=carried.answers)
        return self._session(pack, run, carried.fates), Way.RENEW

    def _session(self, pack: Pack, run: Run, fates: Mapping[str, Fate] = NO_FATES) -> Session:
        """Return a session; where its policy is gone all of them count, until one is chosen."""
        if run.policy in (ALL_POLICIES, *pack.policies):
            return Session(pack, run, self._clock, fates)
        known = replace(run, policy=ALL_POLICIES)
        return Session(pack, known, self._clock, fates, lost_policy=run.policy)

    def _kept(self, session: Session, way: Way) -> Session:
        saver = Saver(self._store, session, self._tell, way)
        self._savers[session.run.id] = saver
        session.listen(saver.hear)
        return session

    def _tell(self, state: SaveState) -> None:
        for listener in tuple(self._listeners):
            listener(state)
