// ---
// description: Make this transaction the only one that writes facts; the write lock goes with the transaction.
// ---
MERGE (lock:Lock {id: 'load'})
SET lock.taken_at = datetime()
