#pragma once
// A date as a language writes it.

#include <string>

#include "shared/form/date.h"
#include "shared/text/words.h"

namespace motcua::form {

/// "22/11/2026", in English "22 November 2026"; a year alone as it is.
std::string date_words(const text::Words& words, const Date& date);

}  // namespace motcua::form
