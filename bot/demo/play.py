"""The demo while it runs: the simulated community, its clock, and what a visitor may do to them."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import simcord

from bot.demo.previews import Previews
from bot.demo.simulator import Simulator
from bot.demo.stage import Stage

_log = logging.getLogger(__name__)
_TICK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Play:
    """Everything that touches `simulator` from outside does so inside `previews.gate`."""

    simulator: Simulator[Any]
    stage: Stage
    previews: Previews

    async def advance(self, span: timedelta) -> None:
        """Move simulated time, ring what is due, show what came of it."""
        async with self.previews.gate:
            await self._advance(span)

    async def follow_real_time(self) -> None:
        """Let simulated time pass as real time does, for ever; a click or a jump has it wait its turn."""
        last = time.perf_counter()
        while True:
            await asyncio.sleep(_TICK_SECONDS)
            async with self.previews.gate:
                now = time.perf_counter()
                try:
                    await self._advance(timedelta(seconds=now - last))
                except Exception:  # noqa: BLE001 - the clock outlives what it rings
                    _log.exception("The demo's clock stumbled and goes on")
                last = now

    async def run_menu(
        self, actor: simcord.MemberActor, channel: simcord.ChannelHandle, name: str, message_id: int
    ) -> None:
        """Run a message command. Its modal, if it opens one, waits for the page that `actor` opens next.

        Raises LookupError if the message is gone, simcord.SetupError if the member may not do this.
        """
        async with self.previews.gate:
            message = next((sent for sent in channel.history() if sent.id == message_id), None)
            if message is None:
                raise LookupError(f"no message {message_id} in channel {channel.id}")
            result = await actor.context_menu(channel, name, message)
            preview = await self.previews.open(channel, [persona.actor for persona in self.stage.personas])
            self.previews.persona_id = actor.id
            if result.modal is not None:
                self.previews.offer_modal(preview, result)
            await self.previews.refresh()

    async def _advance(self, span: timedelta) -> None:
        transcript = self.simulator.env.backend.transcript
        seen = len(transcript)
        try:
            await self.simulator.advance(span)
        finally:
            if len(transcript) != seen:
                await self.previews.refresh()
