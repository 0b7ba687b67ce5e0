"""What moderators are told without having asked."""


def paused_notice(channel_id: int, reason: str) -> str:
    """That a channel gets no posts any more, why, and what to do."""
    return (
        f"**I can't post in <#{channel_id}>:** {reason}.\n"
        "Its posts are paused and nothing is lost. Give me **View Channel**, **Send Messages** and **Embed Links** "
        "there, and choose another role with `/channel subscribe` if the one it pings is gone; then they go on by "
        "themselves. To end them, use `/channel unsubscribe`."
    )
