#pragma once
// The interface's words, under the names that the application uses.

#include "shared/text/words.h"

namespace motcua::app {

using text::fill;
using text::WordPlaces;
using text::Words;

}  // namespace motcua::app
