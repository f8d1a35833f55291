#pragma once
// What an import says to the person who asked for it: where, what, and what to do.

#include <string>

#include "engine/programme/import/problem.hpp"
#include "platforms/linux/sentences.hpp"

namespace ayni::shell {

/// One line: file, line and column as far as they are known, what is wrong there, and how to put it right.
std::string sentence_for(const programme::ImportProblem& problem, Lang lang);
std::string sentence_for(const programme::ImportRemark& remark, Lang lang);
/// For a season file that ends in the middle of a line; `whole`: how many lines before it are good.
std::string cut_sentence(const programme::Found& where, std::size_t whole, Lang lang);

}  // namespace ayni::shell
