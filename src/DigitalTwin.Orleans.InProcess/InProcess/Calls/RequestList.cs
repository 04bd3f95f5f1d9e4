namespace Orleans.InProcess.Calls;

/// <summary>Calls in a row, linked through themselves, so that a mailbox costs two references.</summary>
internal struct RequestList
{
    public Request? First { get; private set; }

    public int Count { get; private set; }

    private Request? last;

    public void Append(Request request)
    {
        Count++;
        request.Previous = last;
        request.Next = null;
        if (last is null) First = request;
        else last.Next = request;
        last = request;
    }

    public void Remove(Request request)
    {
        Count--;
        if (request.Previous is null) First = request.Next;
        else request.Previous.Next = request.Next;
        if (request.Next is null) last = request.Previous;
        else request.Next.Previous = request.Previous;
        // A timer is a request that lives on: it must not hold on to its neighbours of once.
        request.Next = request.Previous = null;
    }

    public readonly Request? FirstThatBlocks()
    {
        for (var request = First; request is not null; request = request.Next)
            if (!request.Interleaves)
                return request;
        return null;
    }
}
