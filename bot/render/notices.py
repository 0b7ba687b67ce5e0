"""What moderators are told without having asked."""


def paused_notice(channel_id: int, reason: str) -> str:
    """That a channel gets no posts any more, why, and what to do."""
    return (
        f"**I can't post in <#{channel_id}>:** {reason}.\n"
        "Its posts are paused and nothing is lost. Give me **View Channel**, **Send Messages** and **Embed Links** "
        "there and they go on by themselves, or choose another channel with `/channel subscribe` and end this one with "
        "`/channel unsubscribe`."
    )
