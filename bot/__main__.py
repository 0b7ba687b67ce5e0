"""`python -m bot`; the console command `yokoku` is the same."""

from bot.cli import main

if __name__ == "__main__":
    main()
