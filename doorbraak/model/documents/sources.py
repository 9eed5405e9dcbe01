"""What a document about one household may be made of."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.dossier.precedents import Precedent
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight.savings import Saving

NOBODY = Profile()


@dataclass(frozen=True, slots=True)
class Sources:
    """`saving` is over 12 months of this dossier; `today` the date on the paper; `profile`: whose paper it is."""

    dossier: Dossier
    catalogue: Catalogue
    saving: Saving
    today: date
    profile: Profile = NOBODY
    precedents: tuple[Precedent, ...] = ()
    mandates: tuple[LocalMandate, ...] = ()

    def intervention(self, id_: int) -> Intervention:
        """Raises LookupError for a doorbraak of another household."""
        for one in self.dossier.interventions:
            if one.id == id_:
                return one
        raise LookupError(id_)
