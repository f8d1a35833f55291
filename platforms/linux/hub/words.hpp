#pragma once
// What ayni-hub says to who runs it, beyond the sentences that all programs share.

#include "platforms/linux/sentences.hpp"

namespace ayni::words {

extern const shell::Phrase invited;       // {0} coordinator, {1} days
extern const shell::Phrase hub_is_there;  // {0} folder
extern const shell::Phrase hub_runs;      // {0} folder
extern const shell::Phrase no_hub_there;  // {0} folder
extern const shell::Phrase hub_in_database;
extern const shell::Phrase no_hub_in_database;
extern const shell::Phrase database_unreachable;
extern const shell::Phrase database_has_own_copies;
extern const shell::Phrase renewed;
extern const shell::Phrase empty_name;
extern const shell::Phrase address_taken;  // {0} address
extern const shell::Phrase bad_address;    // {0} address
extern const shell::Phrase bad_certificate;
extern const shell::Phrase file_is_there;  // {0} file
extern const shell::Phrase all_is_well;
extern const shell::Phrase not_well;   // {0} how many
extern const shell::Phrase backed_up;  // {0} file
extern const shell::Phrase no_devices;
extern const shell::Phrase no_quarantine;

}  // namespace ayni::words
