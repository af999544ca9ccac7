### Between stores: packages, what waits, conflicts, copies of a file.

# What only a newer version of the program does.
action-newer = Something that a newer version of Jalon did

## What comes in.

failure-item-not-understood = This is not a transaction as Jalon writes it.
failure-item-changed = This transaction is not what its own hash says: it was changed on its way.
failure-item-malformed = This transaction is malformed ({ $what }): no version of Jalon writes it so.
failure-delivery-copied =
    { $count ->
        [one] One transaction of device { $device } was not taken in: at place { $seq } another one was received before. Two files write as this device, because one is a copy of the other. Run “jalon device renew” on one of the two, then write its package anew.
       *[other] { $count } transactions of device { $device } were not taken in: from place { $seq } on, others were received before. Two files write as this device, because one is a copy of the other. Run “jalon device renew” on one of the two, then write its package anew.
    }
failure-delivery-copied-own =
    { $count ->
        [one] One transaction was not taken in: another file writes as this one’s device ({ $device }, from place { $seq } on), because one is a copy of the other. Run “jalon device renew” here, then read the package again: what was not sent yet keeps its content and gets a place of its own.
       *[other] { $count } transactions were not taken in: another file writes as this one’s device ({ $device }, from place { $seq } on), because one is a copy of the other. Run “jalon device renew” here, then read the package again: what was not sent yet keeps its content and gets a place of its own.
    }
failure-delivery-taken =
    { $count ->
        [one] One transaction of device { $device } (place { $seq }) was not taken in: it claims the identifier { $id }, which belongs to another transaction.
       *[other] { $count } transactions of device { $device } (from place { $seq } on) were not taken in: the first claims the identifier { $id }, which belongs to another transaction.
    }
failure-store-damage-waiting = What waits to be applied is not what came in ({ $detail }).
