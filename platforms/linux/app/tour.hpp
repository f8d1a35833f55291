#pragma once
// A walk through all pages, without anybody watching: to see that they load, or to take their pictures.

#include "platforms/linux/app/options.hpp"

namespace ayni::app {

/// Every page, in each language, as each of the three, with the sample; the pages of a first start; and the page for
/// a profile that can't be opened. 0: no warning and no error was heard.
int self_test(const Options& options);

/// Pictures of the pages, page-language-WxH.png; of the profile if it is somebody's, else of the sample.
/// 0: all were written.
int take_screenshots(Options options);

}  // namespace ayni::app
