// The application's mark, as it stands beside its commands and forms.

import { nothing } from "/vendor/components.js";
import { avatar } from "/view/avatar.js";

export const mark = (world) => world.bot ? avatar(world.bot, world, "application") : nothing;
