"""A cactus that bloomed: its giver may give its owner glitter, which says nothing of the cactus."""

from bot import cards, glitter_forms, people, texts
from bot.errors import Refusal
from bot.messages import GlitterDraft, Message
from bot.model import Place, State
from bot.scene import Scene


def praise(scene: Scene, award_id: int) -> Message:
    """The form for glitter, with words to begin with. Raises Refusal, the same for strangers."""
    case = cards.load(scene.unit, scene.workspace, award_id)
    owner = case.owner.account
    if case.followup.state is not State.BLOOMED or case.award.giver_id != scene.speaker.id:
        raise Refusal("gone")
    if owner is None:
        raise Refusal("gone")
    begun = texts.say(people.reader(scene.speaker, scene.workspace), "praise-begun")
    # Of its own place and time: nobody who reads it can tell what it is for.
    place = Place.direct(scene.speaker.account or "")
    return glitter_forms.new_form(
        scene, GlitterDraft(place, f"bloomed:{award_id}", (owner,), begun)
    )
