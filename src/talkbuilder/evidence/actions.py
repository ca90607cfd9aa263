"""Actions: what the audience can do, with the address or number to do it at."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.source.fields import Entry, Id, Text, When


class Action(Entry, frozen=True, kw_only=True):
    """An entry of assets/actions.yaml."""

    do: Annotated[Text, Meta(description="what to do, as an imperative")]
    phone: Annotated[Text | None, Meta(description="the number to call")] = None
    text: Annotated[Text | None, Meta(description="the number to send a text message to, and what to write")] = None
    url: Annotated[Text | None, Meta(description="the web address, without https://")] = None
    address: Annotated[Text | None, Meta(description="the postal address")] = None
    recipient: Annotated[Text | None, Meta(description="who receives what is given")] = None
    until: Annotated[When | None, Meta(description="the last day, only for what ends")] = None
    verified_on: Annotated[When | None, Meta(description="when somebody last made sure that it is right")] = None
    post: Annotated[Id | None, Meta(description="where the posts speak of it, if they do")] = None

    @property
    def contacts(self) -> tuple[str, ...]:
        """The lines to write down, the most direct first; never more than three."""
        text = f"Text {self.text.value}" if self.text else ""
        lines = (
            self.phone.value if self.phone else "",
            text,
            self.url.value if self.url else "",
            self.recipient.value if self.recipient else "",
            self.address.value if self.address else "",
        )
        return tuple(line for line in lines if line)[:3]
