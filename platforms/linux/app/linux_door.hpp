#pragma once
// The door of a notebook on Linux: the profile's lock, and its key in the keyring or a file.

#include "qml/models/door.hpp"

namespace ayni::shell {

class LinuxDoor final : public models::Door {
public:
    Result<models::OpenNotebook> open(const std::filesystem::path& folder, const Store::Settings& settings,
                                      const std::optional<Pin>& pin) override;
    Result<Recovery> recover(const std::filesystem::path& folder, const Store::Settings& settings,
                             const std::optional<Pin>& pin, const Progress& progress) override;
    Result<models::Lock> lock(const std::filesystem::path& folder) override;
    Outcome change_pin(const std::filesystem::path& folder, const std::optional<Pin>& current,
                       const std::optional<Pin>& next) override;
};

}  // namespace ayni::shell
